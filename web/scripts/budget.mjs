// Fails when the first screen needs more compressed script than a bad line bears: all that index.html asks for at once, and what that imports.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Kilobytes of script, compressed by gzip, that the first screen may need. */
const BUDGET = 200;

const dist = new URL('../dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]);
const seen = new Map();
while (wanted.length > 0) {
  const name = wanted.pop();
  if (seen.has(name)) continue;
  const code = readFileSync(new URL(name, dist), 'utf8');
  seen.set(name, gzipSync(code).length);
  // Static imports only: what `import(…)` loads is wanted later.
  for (const match of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) wanted.push(`assets/${match[1]}`);
}
const total = [...seen.values()].reduce((sum, size) => sum + size, 0) / 1000;
console.log(`first screen: ${total.toFixed(1)} kB of compressed script in ${seen.size} files (at most ${BUDGET})`);
if (seen.size === 0) throw new Error('index.html names no script');
if (total > BUDGET) process.exit(1);
