// Writes .br and .gz beside what compresses, so that the server need not.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = new URL('../dist/', import.meta.url);
for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.(js|mjs|css|html|svg|json|webmanifest)$/.test(name)) continue;
  const file = new URL(name, folder);
  const bytes = readFileSync(file);
  if (bytes.length < 1000) continue;
  writeFileSync(new URL(`${name}.br`, folder), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  writeFileSync(new URL(`${name}.gz`, folder), gzipSync(bytes, { level: 9 }));
}
