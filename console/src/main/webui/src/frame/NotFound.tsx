import { IconMapOff } from '@tabler/icons-react';
import { Notice } from './Notice';

export function NotFound() {
  return (
    <Notice icon={IconMapOff} title="Nothing here" text="This address belongs to no page of the console." action={{ label: 'Go to your secrets', href: '/secrets' }} />
  );
}
