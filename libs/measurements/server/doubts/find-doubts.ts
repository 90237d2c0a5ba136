import type { DoubtfulFile, FileDoubts } from './doubt';
import { newNameDoubts } from './new-name-doubts';
import { outlierDoubt } from './outlier-doubt';
import { shrunkMonthDoubt } from './shrunk-month-doubt';
import { sumDoubt } from './sum-doubt';

/** What is doubtful about a staged file, one warning a kind. Nothing is written but temporary tables. */
export async function findDoubts(file: DoubtfulFile): Promise<FileDoubts> {
  const names = await newNameDoubts(file);
  // a file of cases says what changed: the days that it touches are no month of its own
  const figures = file.ofCases
    ? []
    : [await sumDoubt(file), await outlierDoubt(file), await shrunkMonthDoubt(file)];
  const found = [...figures.flatMap((doubt) => doubt ?? []), ...names.warnings];
  return {
    unknownNames: names.unknownNames,
    warnings: found.map((doubt) => {
      const before = file.accepted.find(({ code }) => code === doubt.code);
      const accepted = before ? { by: before.by, at: before.at } : null;
      return { ...doubt, accepted, remembered: before !== undefined };
    }),
  };
}
