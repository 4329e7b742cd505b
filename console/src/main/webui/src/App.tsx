import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Frame } from './frame/Frame';
import { NotFound } from './frame/NotFound';
import { PlainFrame } from './frame/PlainFrame';
import { SignedOut } from './frame/SignedOut';
import { SignInFailed } from './frame/SignInFailed';

const OutcomePage = lazy(() => import('./connections/OutcomePage'));
const SecretsPage = lazy(() => import('./secrets/SecretsPage'));

/** Every address of the page. */
export function App() {
  return (
    <Routes>
      <Route element={<PlainFrame />}>
        <Route path="/signed-out" element={<SignedOut />} />
        <Route path="/sign-in-failed" element={<SignInFailed />} />
      </Route>
      <Route element={<Frame />}>
        <Route path="/" element={<Navigate to="/secrets" replace />} />
        <Route path="/secrets" element={<SecretsPage />} />
        <Route path="/connections" element={<OutcomePage />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
