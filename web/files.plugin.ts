/** Tells the service worker which files belong to the application. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Loaded when wanted, and too large to be fetched ahead over a bad line: the map and fonts of other scripts are kept once they were used. */
const LATER = /map|basemap|\.woff2$/i;

export function files(): Plugin {
  return {
    name: 'airbridge-files',
    apply: 'build',
    generateBundle(_, bundle) {
      const names = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !LATER.test(name)).sort();
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('the service worker was not built');
      const build = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 12);
      worker.code = worker.code
        .replaceAll('__FILES__', JSON.stringify(names.map((name) => `/${name}`)))
        .replaceAll('__BUILD__', JSON.stringify(build));
    },
  };
}
