/** Tells the service worker which files belong to the application. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Loaded when wanted, and too large to be fetched ahead over a bad line: they are kept once they were used. By what is in a file, since names are put together by the build. */
const LATER = [/node_modules\/maplibre-gl\//, /node_modules\/(world-atlas|topojson-client)\//, /\/src\/map\//];
const LATER_FILE = /\.woff2?$|maplibre|basemap/i;

export function files(): Plugin {
  return {
    name: 'airbridge-files',
    apply: 'build',
    generateBundle: {
      // The page is written by then.
      order: 'post',
      handler(_, bundle) {
        const isLater = (name: string): boolean => {
          const file = bundle[name];
          if (file?.type === 'chunk') return file.moduleIds.some((id) => LATER.some((shape) => shape.test(id)));
          return LATER_FILE.test(name);
        };
        const all = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
        // What a file of the application cannot do without goes with it, whatever is in it.
        const wanted = new Set(all.filter((name) => !isLater(name)));
        for (const name of wanted) {
          const file = bundle[name];
          if (file?.type === 'chunk') for (const needed of file.imports) if (needed.startsWith('assets/')) wanted.add(needed);
        }
        const names = [...wanted].sort();
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') this.error('the service worker was not built');
        const page = bundle['index.html'];
        const hash = createHash('sha256').update(names.join('\n'));
        if (page?.type === 'asset') hash.update(page.source);
        worker.code = worker.code
          .replaceAll('__FILES__', JSON.stringify(names.map((name) => `/${name}`)))
          .replaceAll('__BUILD__', JSON.stringify(hash.digest('hex').slice(0, 12)));
      },
    },
  };
}
