import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Message } from './Message';

/** For an account that the service knows and does not let in: asking again would not help. */
export function NotAUser() {
  return (
    <div role="alert">
      <Message
        icon={IconLock}
        title="This account has no secrets"
        text="Only users keep secrets here, and this account is none. Sign in with another one, or ask who runs Maestro to make it one."
        action={
          <Button component="a" href="/logout" variant="default">
            Use another account
          </Button>
        }
      />
    </div>
  );
}
