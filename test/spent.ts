/** Milliseconds of the processor that `work` took in this process: other work on the machine does not count. */
export async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
