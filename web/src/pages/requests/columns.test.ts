// Columns of table `patients`: all of the format as machines read it, and what is wrong with a text. The forms carry only what they need of it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLUMNS, fault, missing, SCHEMES } from './columns';

interface Described {
  name: string;
  required: boolean;
  codes?: string[];
  least?: number;
  most?: number;
}

const tables = JSON.parse(readFileSync(`${process.cwd()}/../openapi/tables.json`, 'utf8')) as { patients: { columns: Described[] } };
const rows = tables.patients.columns;

describe('columns', () => {
  it('are those of the format', () => {
    const names = rows.map((row) => row.name).filter((name) => name !== 'patient');
    expect(names.length).toBeGreaterThan(30);
    expect([...COLUMNS.keys()].sort()).toEqual(names.sort());
  });
  it('have the codes of the format', () => {
    for (const { name, codes } of rows) {
      const ours = COLUMNS.get(name)?.codes;
      if (ours) expect(codes, name).toEqual([...ours]);
    }
    expect(rows.find((row) => row.name === 'precedence_scheme')?.codes).toEqual(Object.keys(SCHEMES));
  });
  it('have the bounds of the format', () => {
    for (const { name, least, most } of rows) {
      const ours = COLUMNS.get(name);
      if (ours && most !== undefined) expect([ours.min, ours.max], name).toEqual([least, most]);
    }
  });
  it('that are required are needed', () => {
    const required = rows.filter((row) => row.required && !['patient', 'precedence_scheme'].includes(row.name)).map((row) => row.name);
    // No submission without a specialty, an origin, a time and a precedence.
    expect([...missing({}, 'plan'), ...missing({}, 'submit')].sort()).toEqual(required.sort());
  });
  it('say what is wrong with a text', () => {
    const of = (name: string, text: string) => fault(COLUMNS.get(name)!, text);
    expect(of('age_years', '34')).toBeNull();
    expect(of('age_years', '')).toBeNull();
    expect(of('age_years', '3.5')).toBe('requests-fault-number');
    expect(of('age_years', '150')).toBe('requests-fault-range');
    expect(of('weight_kg', '0.5')).toBeNull();
    expect(of('consent_states', 'RU EG')).toBeNull();
    expect(of('consent_states', 'Russia')).toBe('requests-fault-states');
  });
});
