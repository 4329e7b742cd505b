import { IconPlugConnectedX } from '@tabler/icons-react';
import { Notice } from './Notice';

export function SignInFailed() {
  return (
    <Notice
      icon={IconPlugConnectedX}
      title="The sign-in did not work"
      text="Your identity provider refused it or cannot be reached, or it was cancelled on the way."
      action={{ label: 'Try again', href: '/' }}
    />
  );
}
