/** A secret in groups of four, as people type it. */
export function groups(secret: string): string {
  return secret.replace(/\s/g, '').match(/.{1,4}/g)?.join(' ') ?? '';
}

/** The dark fields of a code to scan as one path, a unit each, a row after the other. */
export function dark(rows: readonly (readonly boolean[])[]): string {
  const path: string[] = [];
  rows.forEach((row, y) => {
    let x = 0;
    while (x < row.length) {
      if (!row[x]) {
        x += 1;
        continue;
      }
      const from = x;
      while (row[x]) x += 1;
      path.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
    }
  });
  return path.join('');
}
