/** Joins the files of a language under `locales/` to one module, `virtual:words/<language>`. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:words/';

export function words(folder: string): Plugin {
  return {
    name: 'airbridge-words',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const language = join(folder, id.slice(PREFIX.length + 1));
      const files = readdirSync(language).filter((file) => file.endsWith('.ftl')).sort();
      const text = files.map((file) => {
        const path = join(language, file);
        this.addWatchFile(path);
        return readFileSync(path, 'utf8');
      });
      return `export default ${JSON.stringify(text.join('\n'))};`;
    },
    handleHotUpdate({ file, server }) {
      if (file.endsWith('.ftl')) server.ws.send({ type: 'full-reload' });
    },
  };
}
