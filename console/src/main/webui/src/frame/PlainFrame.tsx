import { Stack } from '@mantine/core';
import { Outlet } from 'react-router';
import { Brand } from './Brand';
import classes from './Frame.module.css';

/** For pages that are seen without a sign-in. */
export function PlainFrame() {
  return (
    <Stack component="main" className={classes.main} mih="100vh" align="center" pt="xl">
      <Brand />
      <Outlet />
    </Stack>
  );
}
