// Guards the words: every language says the same messages with the same variables, every message that is asked for is there, none is left over, and no text that
// people read stands in code.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';

const root = fileURLToPath(new URL('..', import.meta.url));
const locales = join(root, 'locales');
const faults = [];

/** Messages whose names are put together in code, by how they begin: no name can be held against the code. */
const COMPOSED = readFileSync(join(root, 'scripts/composed-words.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

function messages(language) {
  const found = new Map();
  for (const file of readdirSync(join(locales, language)).filter((name) => name.endsWith('.ftl'))) {
    let key = null;
    let message = null;
    for (const line of readFileSync(join(locales, language, file), 'utf8').split('\n')) {
      const message_ = line.match(/^([a-z][a-z0-9-]*)\s*=/i);
      const attribute = line.match(/^\s+\.([a-z][a-z0-9-]*)\s*=/i);
      if (message_) key = message = message_[1];
      else if (attribute && message) key = `${message}.${attribute[1]}`;
      else if (/^\S/.test(line) && !/^[#}\]*[]/.test(line)) faults.push(`${language}/${file}: this line is no message: ${line}`);
      if (!key || line.startsWith('#')) continue;
      if (message_ || attribute) {
        if (found.has(key)) faults.push(`${language}/${file}: ${key} is said twice`);
        found.set(key, { file, variables: new Set(), text: '' });
      }
      const entry = found.get(key);
      entry.text += `${line}\n`;
      for (const variable of line.matchAll(/\$([a-z][a-zA-Z0-9]*)/g)) entry.variables.add(variable[1]);
    }
  }
  return found;
}

const languages = readdirSync(locales).sort();
const all = Object.fromEntries(languages.map((language) => [language, messages(language)]));
const english = all.en;
for (const language of languages) {
  for (const [key, { file, variables }] of english) {
    const other = all[language].get(key);
    if (!other) faults.push(`${language}: ${key} of ${file} is missing`);
    else if ([...variables].sort().join() !== [...other.variables].sort().join()) faults.push(`${language}: ${key} has other variables than in English`);
  }
  for (const key of all[language].keys()) if (!english.has(key)) faults.push(`${language}: ${key} is not in English`);
  if (language === 'en') continue;
  // Letters of the own script show that somebody has translated it.
  const script = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u, ru: /\p{Script=Cyrillic}/u }[language];
  for (const [key, { text }] of all[language]) {
    const said = text.replace(/^[^=]*=/, '').replace(/\{[^}]*\}/g, '').trim();
    if (script && /\p{L}{4}/u.test(said) && !script.test(said) && !KEPT(key)) faults.push(`${language}: ${key} is not translated: ${said}`);
  }
}

/** Names and signs that are the same in every language. */
function KEPT(key) {
  return COMPOSED.includes(`=${key}`);
}

const used = new Set();
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name) && !/\.test\.ts$|\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Attributes that people read or hear. */
const READ = new Set(['title', 'placeholder', 'alt', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'lead', 'hint']);

function isWords(text) {
  return /\p{L}{2}/u.test(text.replace(/\b(Airbridge|UTC)\b/g, ''));
}

function walk(node, file, code) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) return node.forEach((one) => walk(one, file, code));
  if (node.type === 'Text' && isWords(node.data)) faults.push(`${file}: text in code: ${node.data.trim()}`);
  if (node.type === 'Attribute') {
    if (READ.has(node.name) && Array.isArray(node.value)) for (const part of node.value) if (part.type === 'Text') walk(part, file, code);
    for (const part of [node.value].flat()) if (part?.type === 'ExpressionTag') walk(part, file, code);
    return;
  }
  // Lengths and colours.
  if (node.type === 'StyleDirective') return;
  if (node.type === 'StyleSheet' || node.type === 'Script' || node.type === 'Comment') return;
  for (const [name, value] of Object.entries(node)) if (name !== 'css' && name !== 'metadata') walk(value, file, code);
}

for (const file of sources(join(root, 'src'))) {
  const code = readFileSync(file, 'utf8');
  const name = file.slice(root.length);
  for (const match of code.matchAll(/(?<![\w.])(?:words\.)?(?:t|has)\(\s*'([a-z][a-zA-Z0-9.-]*)'/g)) {
    used.add(match[1]);
    if (!english.has(match[1])) faults.push(`${name}: there is no message ${match[1]}`);
  }
  for (const match of code.matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z-]+)?)'/g)) if (english.has(match[1])) used.add(match[1]);
  if (file.endsWith('.svelte')) walk(parse(code, { modern: true }).fragment, name, code);
}
const isComposed = (key) => COMPOSED.some((prefix) => key.startsWith(prefix));
for (const key of english.keys()) if (!used.has(key) && !isComposed(key)) faults.push(`en: ${key} is asked for nowhere`);

/** Faults that are told, unless all are asked for. */
const TOLD = process.argv.includes('--all') ? faults.length : 40;
for (const fault of faults.slice(0, TOLD)) console.error(fault);
console.log(`${english.size} messages in ${languages.length} languages, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
