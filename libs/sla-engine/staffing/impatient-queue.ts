/** What happens to callers who find all agents busy and give up after an exponential patience. */
export interface ImpatientQueue {
  /** Weight of all states in which a caller must wait, the one with nobody waiting yet being e^−exponent. */
  readonly weight: number;
  readonly exponent: number;
  /** Share of those who must wait that gives up. */
  readonly abandoned: number;
  /** Mean of wait × was answered, of those who must wait, in mean patiences. */
  readonly answeredWait: number;
}

const rescaleAt = 1e200;
const negligible = 1e-17;

/**
 * The queue behind busy agents, seen by an arriving caller. With c = service rate × patience and η = arrival rate ×
 * patience, the state with k waiting weighs ηᵏ / ((c+1) … (c+k)); a caller who finds k ahead is answered with
 * probability c / (c+k+1), after Σ 1/(c+i), i = 1 … k+1, mean patiences on average. Sums are rescaled before they
 * overflow. Source: Garnett, Mandelbaum and Reiman, Designing a Call Center with Impatient Customers (2002).
 */
export function impatientQueue(service: number, arrivals: number): ImpatientQueue {
  let [term, exponent] = [1, 0];
  let [weight, abandoned, answeredWait, waits] = [0, 0, 0, 0];
  for (let ahead = 0; ; ahead++) {
    const ends = service + ahead + 1;
    waits += 1 / ends;
    weight += term;
    abandoned += (term * (ahead + 1)) / ends;
    answeredWait += ((term * service) / ends) * waits;
    const ratio = arrivals / ends;
    term *= ratio;
    if (ratio < 1 && (term * (1 + waits)) / (1 - ratio) < negligible * weight) {
      return { weight, exponent, abandoned: abandoned / weight, answeredWait: answeredWait / weight };
    }
    if (weight > rescaleAt) {
      term /= rescaleAt;
      weight /= rescaleAt;
      abandoned /= rescaleAt;
      answeredWait /= rescaleAt;
      exponent += Math.log(rescaleAt);
    }
  }
}

/**
 * Share of those answered after waiting who waited at most `wait` mean patiences. The stationary wait of the answered
 * has a density proportional to exp(η(1 − e⁻ˣ) − (c+1)x), whose integrals are series Σ xⁿ / ((c+1) … (c+1+n)) once
 * y = η e⁻ˣ is substituted (Mandelbaum and Zeltyn, 2007).
 */
export function answeredWithin(service: number, arrivals: number, wait: number): number {
  const later = arrivals * Math.exp(-wait);
  const all = series(service + 1, arrivals);
  const rest = series(service + 1, later);
  const exponent = arrivals - later - (service + 1) * wait + rest.exponent - all.exponent;
  return 1 - Math.min(1, Math.exp(exponent) * (rest.sum / all.sum));
}

/** Σ xⁿ / ((s+1) … (s+n)) over n ≥ 0, as sum × e^exponent. */
function series(s: number, x: number): { readonly sum: number; readonly exponent: number } {
  let [term, sum, exponent] = [1, 1, 0];
  for (let n = 1; ; n++) {
    const ratio = x / (s + n);
    term *= ratio;
    sum += term;
    if (ratio < 1 && term / (1 - ratio) < negligible * sum) {
      return { sum, exponent };
    }
    if (sum > rescaleAt) {
      term /= rescaleAt;
      sum /= rescaleAt;
      exponent += Math.log(rescaleAt);
    }
  }
}
