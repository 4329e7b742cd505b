import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = ['#effaf8', '#d3f1ec', '#a7e3d9', '#70cfc1', '#3fb5a5', '#22998a', '#157d72', '#0f665e', '#0d524c', '#0a3f3b'];
const amber: MantineColorsTuple = ['#fff8e6', '#feeec2', '#fde09a', '#fccf66', '#f7bb3a', '#e09d16', '#b87a0b', '#8f5c06', '#6f4705', '#573704'];
const night: MantineColorsTuple = ['#dde1e7', '#aab2bd', '#8992a0', '#5b6572', '#39424d', '#2a313a', '#1e242c', '#151a21', '#0f1319', '#0a0d12'];

export const theme = createTheme({
  primaryColor: 'pine',
  colors: { pine, amber, dark: night },
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  headings: { fontWeight: '650' },
});

/** Where the kit's own colours are too faint to read: secondary text to pass WCAG AA, tints to be seen on the dark background. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': 'var(--mantine-color-gray-7)' },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-pine-light': 'color-mix(in srgb, var(--mantine-color-pine-5) 22%, transparent)',
    '--mantine-color-pine-light-color': 'var(--mantine-color-pine-2)',
    '--mantine-color-amber-light': 'color-mix(in srgb, var(--mantine-color-amber-5) 20%, transparent)',
    '--mantine-color-amber-light-color': 'var(--mantine-color-amber-2)',
    '--mantine-color-red-light': 'color-mix(in srgb, var(--mantine-color-red-7) 26%, transparent)',
    '--mantine-color-blue-light': 'color-mix(in srgb, var(--mantine-color-blue-6) 24%, transparent)',
  },
});
