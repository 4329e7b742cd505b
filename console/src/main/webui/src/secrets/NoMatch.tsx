import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { Message } from './Message';

interface NoMatchProps {
  filter: string;
  onClear: () => void;
}

export function NoMatch({ filter, onClear }: NoMatchProps) {
  return (
    <Message
      icon={IconSearchOff}
      title="No match"
      text={`None of your secrets matches “${filter}”.`}
      action={
        <Button variant="default" onClick={onClear}>
          Show all
        </Button>
      }
    />
  );
}
