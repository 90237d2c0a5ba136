import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A sentence about a field as the source says it, values as `{0}`, `{1}`. */
export interface FieldSentence {
  readonly file: string;
  readonly line: number;
  /** Null: said by code that this reading does not follow. */
  readonly sentence: string | null;
}

/** Where schemas and the rules beside them are written, and where the server refuses a field. */
const sources = [
  'libs/{*/schema,*/web,*/server,platform}/**/*.ts',
  'apps/{api,web}/src/**/*.ts',
  // the engine judges hours, schemes and definitions while they are typed
  'libs/sla-engine/{calendars,credits,decimals,reading}/*.ts',
  'libs/sla-engine/{kpis/effective-terms,breaches/trigger,scores/check-speed-weight}.ts',
];

/** Where every sentence that is returned is said of a field: a schema’s own. */
const answers = 'libs/api/schema/plain-issue.ts';

/** Methods of a schema whose last argument may be a sentence: `.min(1, 'say something here')`. */
const checks = new Set(['min', 'max', 'length', 'regex', 'refine', 'gte', 'lte', 'gt', 'lt', 'multipleOf']);
/** Kinds of schema that take a sentence alone: `z.email('an e-mail address')`. */
const kinds = new Set(['email', 'url', 'uuid', 'string', 'number', 'int', 'date', 'datetime']);

/** Functions whose argument at this place is the sentence: the server's, and the engine's. */
const sayers: Readonly<Record<string, number>> = { 'InvalidError.field': 2 };
const sayersOfEngine: Readonly<Record<string, number>> = { fail: 1, refuse: 1 };

export function fieldSentences(root: string): readonly FieldSentence[] {
  return globSync(sources, { cwd: root })
    .filter((file) => !/\.(?:spec|fixture|harness)\.ts$|\/(?:examples|open-api)\.ts$/.test(file))
    .sort()
    .flatMap((file) => sentencesOf(file, readFileSync(join(root, file), 'utf8')))
    .filter(({ sentence }) => sentence === null || hasWords(sentence));
}

/** Values alone, such as a code, need no translation. */
function hasWords(sentence: string): boolean {
  return /\p{L}{2}/u.test(sentence.replace(/\{\d+\}/g, ''));
}

export function sentencesOf(file: string, text: string): readonly FieldSentence[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: FieldSentence[] = [];

  function say(node: ts.Expression | undefined): void {
    if (node === undefined) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const sentence of written(node, source)) found.push({ file, line, sentence });
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) for (const sentence of saidByCall(node, source)) say(sentence);
    if (ts.isObjectLiteralExpression(node)) say(saidByObject(node));
    if (ts.isReturnStatement(node) && file === answers && node.expression && !isCall(node.expression))
      say(node.expression);
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'asTyped' && node.initializer)
      for (const each of (node.initializer as ts.ObjectLiteralExpression).properties)
        if (ts.isPropertyAssignment(each)) say(each.initializer);
    ts.forEachChild(node, visit);
  }

  visit(source);
  return found;
}

function isCall(node: ts.Expression): boolean {
  return (
    ts.isCallExpression(node) ||
    (ts.isConditionalExpression(node) && isCall(node.whenTrue) && isCall(node.whenFalse))
  );
}

function saidByCall(
  { expression, arguments: given }: ts.CallExpression,
  { fileName, text }: ts.SourceFile,
): readonly ts.Expression[] {
  const called = expression.getText();
  if (called.startsWith('Math.')) return [];
  const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : called;
  const place = fileName.includes('sla-engine') ? sayersOfEngine[name] : sayers[called];
  if (place !== undefined) return given.slice(place, place + 1);
  const last = given.at(-1);
  if (last === undefined) return [];
  const sentenceAt = checks.has(name) ? 1 : called.startsWith('z.') && kinds.has(name) ? 0 : null;
  if (sentenceAt === null || given.length <= sentenceAt) return [];
  if (!ts.isObjectLiteralExpression(last)) {
    // arithmetic (`Exact.max(0, most)`) has methods of these names, and no sentence
    const name = ts.isIdentifier(last) && text.includes("from 'zod'") && !/^[A-Z]\w+\./.test(called);
    return name || ts.isStringLiteralLike(last) || ts.isTemplateExpression(last) ? [last] : [];
  }
  const message = valueOf(last, 'message') ?? valueOf(last, 'error');
  return message ? [message] : [];
}

/** `{ code: 'custom', message }` of an issue, `{ path, code, detail }` of a problem. */
function saidByObject(node: ts.ObjectLiteralExpression): ts.Expression | undefined {
  const code = valueOf(node, 'code');
  if (code?.getText() === "'custom'") return valueOf(node, 'message');
  // a finding has parameters: it is said by its code
  const found = valueOf(node, 'parameters') !== undefined;
  const detail = code && valueOf(node, 'path') && !found ? valueOf(node, 'detail') : undefined;
  // the shape of a problem, not one
  return detail?.getText().startsWith('z.') ? undefined : detail;
}

function valueOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const each of node.properties) {
    if (each.name?.getText() !== name) continue;
    if (ts.isPropertyAssignment(each)) return each.initializer;
    if (ts.isShorthandPropertyAssignment(each)) return each.name;
  }
  return undefined;
}

/** Every sentence that an expression may be; none where it only hands on what was said elsewhere. */
function written(node: ts.Expression, source: ts.SourceFile): readonly (string | null)[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [...written(node.whenTrue, source), ...written(node.whenFalse, source)];
  if (ts.isParenthesizedExpression(node)) return written(node.expression, source);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [...written(node.left, source), ...written(node.right, source)];
  if (ts.isTemplateExpression(node)) return ofTemplate(node, source);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return [];
  if (ts.isIdentifier(node)) return ofName(node, source);
  return [null];
}

/** Where a value is one of two words, a sentence for each; a value that is words itself is one more sentence. */
function ofTemplate(
  { head, templateSpans }: ts.TemplateExpression,
  source: ts.SourceFile,
): readonly (string | null)[] {
  let at = -1;
  const inner = templateSpans.flatMap(({ expression }) =>
    ts.isIdentifier(expression) ? ofName(expression, source).filter((each) => each !== null) : [],
  );
  const whole = templateSpans.reduce<readonly string[]>(
    (begun, { expression, literal }) => {
      const words = ts.isConditionalExpression(expression)
        ? [expression.whenTrue, expression.whenFalse]
        : [expression];
      if (!words.every(ts.isStringLiteralLike)) at += 1;
      return begun.flatMap((text) =>
        words.map((word) => `${text}${ts.isStringLiteralLike(word) ? word.text : `{${at}}`}${literal.text}`),
      );
    },
    [head.text],
  );
  return [...whole, ...inner];
}

/** What a name stands for: a constant of the file, or what callers in the file pass for a parameter. */
function ofName(name: ts.Identifier, source: ts.SourceFile): readonly (string | null)[] {
  for (let at: ts.Node = name; at !== source; at = at.parent) {
    if (ts.isFunctionLike(at)) {
      const place = at.parameters.findIndex((each) => bindingsOf(each.name).includes(name.text));
      if (place >= 0) return passed(at, place, name.text, source);
    }
    // what a loop takes out of problems was said where they were made
    if (ts.isForOfStatement(at) && bindingsIn(at.initializer).includes(name.text)) return [];
    const declared = constantIn(at.parent, name.text);
    if (declared)
      return ts.isObjectBindingPattern(declared.name) ? [] : written(declared.initializer!, source);
  }
  return [null];
}

function bindingsIn(node: ts.ForInitializer): readonly string[] {
  return ts.isVariableDeclarationList(node) ? node.declarations.flatMap(({ name }) => bindingsOf(name)) : [];
}

function bindingsOf(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isOmittedExpression(each) ? [] : bindingsOf(each.name)));
}

function constantIn(block: ts.Node, name: string): ts.VariableDeclaration | undefined {
  const statements: readonly ts.Statement[] =
    ts.isBlock(block) || ts.isSourceFile(block) || ts.isCaseClause(block) ? block.statements : [];
  return statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((each) => each.initializer && bindingsOf(each.name).includes(name));
}

function passed(
  to: ts.SignatureDeclaration,
  place: number,
  name: string,
  source: ts.SourceFile,
): readonly (string | null)[] {
  // a callback or a destructured problem hands on what was said elsewhere
  const called = to.name?.getText();
  if (called === undefined || !ts.isIdentifier(to.parameters[place]!.name)) return [];
  const found: (string | null)[] = [];
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && node.expression.getText().replace(/^this\./, '') === called) {
      const given = node.arguments[place];
      if (given && given.getText() !== name) found.push(...written(given, source));
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}
