import { SaxesParser } from 'saxes';
import { type FileRefused, refused } from '../reading/file-refused.ts';
import { limits } from './limits.ts';

export interface XmlEvents {
  /** Names come without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
  /** After each piece: time to hand on what was found. */
  piece?(): Promise<void>;
}

/**
 * Reads one XML part of a workbook as a stream. A document type is refused before anything in it is looked at, so that
 * there are no entities to resolve or to multiply; what is not well formed to its end is refused too.
 */
export async function readXml(
  part: string,
  content: AsyncIterable<Buffer>,
  events: XmlEvents,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  parser.on('error', () => {
    throw damaged(part);
  });
  parser.on('doctype', () => {
    throw refused('xml-doctype', { part });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > limits.depth) throw damaged(part);
    events.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(local(name));
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  for await (const bytes of content) {
    parser.write(decoded(part, () => decoder.decode(bytes, { stream: true })));
    await events.piece?.();
  }
  parser.write(decoded(part, () => decoder.decode()));
  parser.close();
  await events.piece?.();
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return (
    attributes[name] ?? Object.entries(attributes).find(([written]) => written.endsWith(`:${name}`))?.[1]
  );
}

export function damaged(part: string): FileRefused {
  return refused('xlsx-damaged', { part });
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function decoded(part: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw damaged(part);
  }
}
