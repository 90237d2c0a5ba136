import { describe, expect, it } from '@jest/globals';
import { studentQuantile } from './student-quantile';

describe('the quantile of Student’s t', () => {
  // By inverting the regularised incomplete beta function to 16 digits.
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 3, 3.1824463052837078],
    [0.975, 4, 2.7764451051977934],
    [0.975, 5, 2.5705818356363146],
    [0.975, 9, 2.262157162798205],
    [0.975, 30, 2.0422724563012378],
    [0.975, 99, 1.9842169515864174],
    [0.975, 9999, 1.960201263621357],
    [0.55, 1, 0.15838444032453629],
    [0.55, 2, 0.14213381090374028],
    [0.55, 3, 0.13659819935369905],
    [0.55, 5, 0.13217517523168743],
    [0.6, 4, 0.2707222947075976],
    [0.75, 10, 0.6998120613124317],
    [0.995, 3, 5.840909309733355],
    [0.995, 4, 4.604094871349992],
    [0.995, 7, 3.4994832973504924],
    [0.9995, 3, 12.923978636687961],
    [0.9995, 5, 6.868826625881276],
    [0.9995, 30, 3.6459586350420627],
  ])('%d with %d degrees of freedom is %d to six digits', (probability, degrees, quantile) => {
    expect(Math.abs(studentQuantile(probability, degrees) / quantile - 1)).toBeLessThan(1e-6);
  });
});
