import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { Message } from './Message';
import { LONGEST_FILTER } from './useSecrets';

interface FilterTooLongProps {
  onClear: () => void;
}

export function FilterTooLong({ onClear }: FilterTooLongProps) {
  return (
    <div role="alert">
      <Message
        icon={IconSearchOff}
        title="The filter is too long"
        text={`It can have at most ${LONGEST_FILTER} characters.`}
        action={
          <Button variant="default" onClick={onClear}>
            Show all
          </Button>
        }
      />
    </div>
  );
}
