/**
 * The forms of a thing's name.
 */
import { Refusal } from '../bootstrap/refusal.mjs';

/**
 * @typedef {object} Words of `root-causes`
 * @property {string} things root-causes
 * @property {string} thing root-cause
 * @property {string} Things RootCauses
 * @property {string} Thing RootCause
 * @property {string} thingsName rootCauses
 * @property {string} thingName rootCause
 * @property {string} table root_cause
 * @property {string} phrase root cause
 * @property {string} phrases root causes
 * @property {string} Phrases Root causes
 */

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Folder names that say nothing (docs/architecture.md). */
const empty = ['common', 'core', 'shared', 'utils', 'helpers', 'misc'];

/**
 * @param {string} things
 * @param {string} [thing] by the rules of English when it is left out
 * @returns {Words}
 */
export function wordsOf(things, thing = singularOf(things)) {
  for (const name of [things, thing]) {
    if (!kebab.test(name)) throw new Refusal(`"${name}" is not kebab case, as in root-causes.`);
    if (empty.includes(name)) throw new Refusal(`"${name}" says nothing: a folder is called what it holds.`);
  }
  if (things === thing) throw new Refusal(`"${things}" needs its singular as a second word.`);
  return {
    things,
    thing,
    Things: pascal(things),
    Thing: pascal(thing),
    thingsName: camel(things),
    thingName: camel(thing),
    table: thing.replaceAll('-', '_'),
    phrase: thing.replaceAll('-', ' '),
    phrases: things.replaceAll('-', ' '),
    Phrases: things.charAt(0).toUpperCase() + things.slice(1).replaceAll('-', ' '),
  };
}

/** @param {string} things */
export function singularOf(things) {
  if (things.endsWith('ies')) return `${things.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(things)) return things.slice(0, -2);
  return things.endsWith('s') ? things.slice(0, -1) : things;
}

/** @param {string} name */
function pascal(name) {
  return name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** @param {string} name */
function camel(name) {
  const text = pascal(name);
  return text.charAt(0).toLowerCase() + text.slice(1);
}
