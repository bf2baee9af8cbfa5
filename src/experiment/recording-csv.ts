import type { RecordingJson } from "./recording-json";

/**
 * One line a run and step: run, optimizer, step, loss; on surfaces x and y, of networks the accuracies where they were
 * measured.
 */
export function toCsv({ runs }: RecordingJson): string {
  const [first] = runs;
  const names = first?.theta ? ["x", "y"] : Object.keys(first?.accuracy?.[0] ?? {}).slice(1);
  const lines = runs.flatMap(({ optimizer, loss, theta, accuracy = [] }, run) => {
    const measured = new Map(accuracy.map(({ step, ...shares }) => [step, Object.values(shares)]));
    return loss.map((value, step) => {
      const others = theta?.[step] ?? measured.get(step) ?? names.map(() => "");
      return [run + 1, optimizer, step, value, ...others].join(",");
    });
  });
  return `${["run,optimizer,step,loss", ...names].join(",")}\n${lines.join("\n")}\n`;
}
