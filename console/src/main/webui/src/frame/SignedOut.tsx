import { IconLock } from '@tabler/icons-react';
import { Notice } from './Notice';

export function SignedOut() {
  return <Notice icon={IconLock} title="You are signed out" text="Your sign-in in this browser has ended." action={{ label: 'Sign in', href: '/' }} />;
}
