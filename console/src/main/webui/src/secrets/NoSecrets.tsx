import { IconKey } from '@tabler/icons-react';
import { Message } from './Message';

export function NoSecrets() {
  return <Message icon={IconKey} title="No secrets yet" text="What you register is listed here: its name, where it belongs and how it is doing. Never its value." />;
}
