// Columns of table `patients`: all of the format, and what is wrong with a text.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLUMNS, fault, missing, SCHEMES } from './columns';

const format = readFileSync(`${process.cwd()}/../docs/operation-format.md`, 'utf8');
const table = format.split('### patients')[1]?.split('### ')[0] ?? '';
const rows = [...table.matchAll(/^\| `([a-z_]+)` \| (.*?) \| (.*?) \|/gm)].map(([, name = '', need = '', value = '']) => ({ name, need, value }));

describe('columns', () => {
  it('are those of the format', () => {
    const names = rows.map((row) => row.name).filter((name) => name !== 'patient');
    expect(names.length).toBeGreaterThan(30);
    // What clinicians write for clinicians is no column of the format.
    expect([...COLUMNS.keys()].filter((name) => !['diagnosis', 'clinical_notes'].includes(name)).sort()).toEqual(names.sort());
  });
  it('have the codes of the format', () => {
    for (const { name, value } of rows) {
      const codes = COLUMNS.get(name)?.codes;
      if (codes) expect([...value.matchAll(/`([^`]+)`/g)].map((match) => match[1])).toEqual([...codes]);
    }
    const schemes = rows.find((row) => row.name === 'precedence_scheme')?.value ?? '';
    expect([...schemes.matchAll(/`([^`]+)`/g)].map((match) => match[1])).toEqual(Object.keys(SCHEMES));
  });
  it('that are required are needed', () => {
    const required = rows.filter((row) => row.need === 'required' && !['patient', 'precedence_scheme'].includes(row.name)).map((row) => row.name);
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
