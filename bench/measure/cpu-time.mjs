/** Nanoseconds of processor time that this process has used on all its threads: what others do on the machine is not in it. */
export function cpuTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) * 1000
}
