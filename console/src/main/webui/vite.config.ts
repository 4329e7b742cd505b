import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const console = 'http://localhost:8100';

export default defineConfig({
  plugins: [react()],
  // replaced by the console in every answer
  html: { cspNonce: '__NONCE__' },
  // the content security policy allows no data: fonts
  build: { assetsInlineLimit: 0, target: 'es2022', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], sourcemap: false },
  server: { proxy: { '/api': console, '/oidc': console, '/logout': console } },
  test: { environment: 'jsdom', setupFiles: './src/test/setup.ts', css: false },
});
