import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { files } from './files.plugin.ts';
import { words } from './words.plugin.ts';

/** The server that answers while the application is being worked on. */
const server = process.env.AIRBRIDGE_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), files(), words(fileURLToPath(new URL('./locales', import.meta.url)))],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('./index.html', import.meta.url)),
        sw: fileURLToPath(new URL('./src/sw/worker.ts', import.meta.url)),
      },
      output: {
        // The browser asks for the worker by a name that stays.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // The map's ground says by its name that it is not fetched ahead (files.plugin.ts).
        assetFileNames: (asset) => `assets/${asset.names.includes('50m.json') ? 'basemap-50m' : '[name]'}-[hash][extname]`,
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/healthz', '/readyz'].map((path) => [path, { target: server, changeOrigin: false }]),
    ),
  },
  // A test that needs a page says so itself: making one takes longer than most tests.
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
