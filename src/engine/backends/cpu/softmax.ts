/** Mean cross-entropy of scores [count, classes]; their softmax goes to `shares`, of the same shape. */
export function softmaxLoss(
  scores: Float64Array,
  labels: Uint8Array,
  shares: Float64Array,
  count: number,
  classes: number,
): number {
  let loss = 0;
  for (let row = 0; row < count; row++) {
    const at = row * classes;
    let largest = scores[at]!;
    for (let i = 1; i < classes; i++) largest = Math.max(largest, scores[at + i]!);
    let sum = 0;
    for (let i = 0; i < classes; i++) sum += shares[at + i] = Math.exp(scores[at + i]! - largest);
    for (let i = 0; i < classes; i++) shares[at + i]! /= sum;
    loss += Math.log(sum) + largest - scores[at + labels[row]!]!;
  }
  return loss / count;
}

/** The class with the highest score of each row, the first of equals: shape [count]. */
export function highestOf(
  scores: Float64Array,
  count: number,
  classes: number,
  named: Uint8Array,
): Uint8Array {
  for (let row = 0; row < count; row++) {
    let best = 0;
    for (let i = 1; i < classes; i++)
      if (scores[row * classes + i]! > scores[row * classes + best]!) best = i;
    named[row] = best;
  }
  return named.subarray(0, count);
}
