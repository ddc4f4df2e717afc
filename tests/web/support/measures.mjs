// What figures are made of: the middle of several, and how long the page's main thread was busy.
export const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

// Since the page began, in ms, as the domain of the DevTools protocol counts: 'timeTicks' what a clock shows meanwhile,
// 'threadTicks' the processor's time alone. One domain for a page's whole life.
export async function busyMs(v, timeDomain) {
  const devtools = await v.devtools();
  await devtools.send('Performance.enable', { timeDomain });
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}
