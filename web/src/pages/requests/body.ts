/** What a step sends, from what was typed; and what is still lacking. */
import type { Ask, Step } from './steps';

/** By the name of what is asked; several are separated by a space. */
export type Typed = Partial<Record<Ask, string>>;

/** Codes of a hospital's answer, after docs/record.md. */
export const DECLINE_REASONS = ['no-bed', 'no-capability', 'mdr', 'cost', 'language', 'companion-limit', 'legal', 'other'] as const;

/** What may be compared with the record; in English, as everybody reads them in the history. */
export const IDENTIFIERS = ['pseudonym', 'name', 'date of birth', 'document number', 'wristband'] as const;

/** What may be left empty. */
const FREE: readonly Ask[] = ['conditions', 'documents', 'own_offer', 'note'];

/** Names in the body that differ from what is asked. */
const AS: Partial<Record<Ask, string>> = { own_offer: 'offer', decline_reason: 'reason' };

export function lacks(step: Step, typed: Typed): Ask[] {
  return step.asks.filter((ask) => {
    const text = (typed[ask] ?? '').trim();
    if (ask === 'identifiers') return text.split(',').filter((one) => one.trim()).length < 2;
    if (ask === 'note') return text === '' && typed.decline_reason === 'other';
    return text === '' && !FREE.includes(ask);
  });
}

export function bodyOf(step: Step, typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const ask of step.asks) {
    const text = (typed[ask] ?? '').trim();
    if (ask === 'own_offer' && !text) continue;
    body[AS[ask] ?? ask] = ask === 'offers' ? text.split(' ').filter(Boolean) : text;
  }
  return body;
}
