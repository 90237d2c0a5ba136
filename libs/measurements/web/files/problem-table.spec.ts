import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { type FileProblem, fileProblem, listKpiFileProblems } from '@plumbline/measurements/schema';
import { DataTableHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ProblemTable, problemColumns, problemWords } from './problem-table';

const [example] = (listKpiFileProblems.example.response as { items: unknown[] }).items;
const problem = fileProblem.parse(example);

async function shown(problems: readonly FileProblem[]) {
  TestBed.configureTestingModule({ providers: provideTenantForTests() });
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

  it('sorts lines as numbers and exports them as such', () => {
    const line = problemColumns(problemWords.en, 'en').find(({ key }) => key === 'line');
    expect(line?.exported?.({ ...problem, line: 2000 })).toBe('2000');
    expect(line?.sortBy && line.sortBy({ ...problem, line: 2000 })).toBe(2000);
  });
});
