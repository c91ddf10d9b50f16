// Fails when the types of the interface are not those of openapi/airbridge.json.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'airbridge-'));
try {
  const fresh = join(folder, 'schema.d.ts');
  execFileSync('npx', ['openapi-typescript', '../openapi/airbridge.json', '-o', fresh], { cwd: root, stdio: 'pipe' });
  if (readFileSync(fresh, 'utf8') !== readFileSync(join(root, 'src/api/schema.d.ts'), 'utf8')) {
    console.error('src/api/schema.d.ts is not made from openapi/airbridge.json: run `npm run types` in web/ and commit what it writes');
    process.exit(1);
  }
  console.log('the types of the interface are current');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
