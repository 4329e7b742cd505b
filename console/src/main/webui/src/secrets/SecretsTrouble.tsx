import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { Trouble } from '../api/Trouble';
import { Message } from './Message';

interface SecretsTroubleProps {
  trouble: Error;
  onRetry: () => void;
}

export function SecretsTrouble({ trouble, onRetry }: SecretsTroubleProps) {
  const text = trouble instanceof Trouble ? trouble.detail : 'Something unexpected happened on this page.';
  return (
    <div role="alert">
      <Message
        icon={IconCloudOff}
        color="red"
        title="Your secrets cannot be shown right now"
        text={text}
        action={
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        }
      />
    </div>
  );
}
