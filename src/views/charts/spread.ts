/**
 * Heights for labels that want to stand at `wanted`, pushed apart to `distance`, within [top, bottom] as long as
 * there is room; each moves as little as its neighbours let it. Keeps the order of the input.
 */
export function spread(wanted: readonly number[], distance: number, top: number, bottom: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
  // Labels that touch form a block, which stands where its members want to be on average.
  const blocks: { members: number[]; start: number }[] = [];
  const clamp = (start: number, count: number) =>
    Math.max(top, Math.min(start, bottom - (count - 1) * distance));
  const place = (members: number[]) => {
    const mean = members.reduce((sum, i, k) => sum + wanted[i]! - k * distance, 0) / members.length;
    return clamp(mean, members.length);
  };
  for (const i of order) {
    let block = { members: [i], start: place([i]) };
    for (
      let last = blocks.at(-1);
      last && last.start + last.members.length * distance > block.start;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      const members = [...last.members, ...block.members];
      block = { members, start: place(members) };
    }
    blocks.push(block);
  }
  const heights: number[] = [];
  for (const { members, start } of blocks) members.forEach((i, k) => (heights[i] = start + k * distance));
  return heights;
}
