import { AppShell, Container, Group } from '@mantine/core';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Account } from './Account';
import { Brand } from './Brand';
import { ColorSchemeSwitch } from './ColorSchemeSwitch';
import classes from './Frame.module.css';
import { Sections } from './Sections';

/** What stands around every page: the name, the sections, and who is signed in. */
export function Frame() {
  return (
    <AppShell header={{ height: 60 }}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <AppShell.Header>
        <Container size="xl" h="100%">
          <Group h="100%" justify="space-between" wrap="nowrap">
            <Group gap="xl" wrap="nowrap">
              <Brand />
              <Sections />
            </Group>
            <Group gap="xs" wrap="nowrap">
              <ColorSchemeSwitch />
              <Account />
            </Group>
          </Group>
        </Container>
      </AppShell.Header>
      <AppShell.Main className={classes.main} id="content" tabIndex={-1}>
        <Container size="xl" py="xl">
          <Suspense>
            <Outlet />
          </Suspense>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
