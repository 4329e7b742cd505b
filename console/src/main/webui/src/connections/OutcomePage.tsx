import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { Notice } from '../frame/Notice';
import { whyRefused } from './whyRefused';

const home = { label: 'Go to your secrets', href: '/secrets' };

/** Where a person arrives after connecting an account, or after trying to. */
export default function OutcomePage() {
  const [search] = useSearchParams();
  if (search.get('outcome') === 'connected')
    return (
      <Notice icon={IconPlugConnected} title="Account connected" text="You can activate it in your sessions now, like any of your secrets." action={home} />
    );
  return <Notice icon={IconPlugConnectedX} title="Account not connected" text={whyRefused(search.get('code'))} action={home} />;
}
