import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { type FileProblem, fileProblem, listKpiFileProblems } from '@plumbline/measurements/schema';
import { Reader } from '@plumbline/ui';
import { DataTableHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ProblemTable, problemColumns, problemWords } from './problem-table';

const [example] = (listKpiFileProblems.example.response as { items: unknown[] }).items;
const problem = fileProblem.parse(example);

async function shown(problems: readonly FileProblem[], locale = 'en') {
  TestBed.configureTestingModule({ providers: provideTenantForTests() });
  TestBed.inject(Reader).setLocale(locale);
  const fixture = TestBed.createComponent(ProblemTable);
  fixture.componentRef.setInput('problems', problems);
  fixture.detectChanges();
  await settle();
  const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(DataTableHarness);
  return table.texts();
}

describe('the rows that cannot be read', () => {
  it('names line, column, value and reason in the words of the file', async () => {
    expect(await shown([problem])).toEqual([
      ['118', 'calls_answered', '31', 'answered (31) cannot be more than offered (13).'],
    ]);
  });

  it('says the reason and writes its figures in the language of the reader', async () => {
    const large = { ...problem.parameters, some: '1031.5', all: '1000' };
    expect(await shown([{ ...problem, line: 20_118, parameters: large }], 'es')).toEqual([
      ['20.118', 'calls_answered', '31', 'answered (1031,5) no puede ser mayor que offered (1000).'],
    ]);
  });

  it('says it as the server does where it was found before its parameters were kept', async () => {
    const [row] = await shown([{ ...problem, parameters: null, detail: 'As it was said then.' }], 'es');
    expect(row?.[3]).toBe('As it was said then.');
  });

  it('says when the whole row is meant, when a cell is blank, and where a column has no name', async () => {
    const rows = await shown([
      { ...problem, ordinal: 1, line: 2000, column: null, columnName: null, value: null },
      { ...problem, ordinal: 2, value: '' },
      { ...problem, ordinal: 3, columnName: '' },
    ]);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['2,000', 'The whole row', ''],
      ['118', 'calls_answered', '(blank)'],
      ['118', 'Column 4', '31'],
    ]);
  });

  it('shows the beginning of a long value, so that the reason stays in sight, and exports all of it', () => {
    const value = problemColumns(problemWords.en, 'en').find(({ key }) => key === 'value');
    const long = { ...problem, value: 'q'.repeat(90) };
    expect(value?.text(long)).toBe(`${'q'.repeat(40)}…`);
    expect(value?.exported?.(long)).toBe(long.value);
  });

  it('sorts lines as numbers and exports them as such', () => {
    const line = problemColumns(problemWords.en, 'en').find(({ key }) => key === 'line');
    expect(line?.exported?.({ ...problem, line: 2000 })).toBe('2000');
    expect(line?.sortBy && line.sortBy({ ...problem, line: 2000 })).toBe(2000);
  });
});
