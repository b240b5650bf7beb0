/** The straight line that fits points best, and how much of their variance it explains (r²). */
export function fitLine(points) {
  const mean = (pick) => points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const meanX = mean(({ x }) => x)
  const meanY = mean(({ y }) => y)
  const covariance = mean(({ x, y }) => (x - meanX) * (y - meanY))
  const varianceX = mean(({ x }) => (x - meanX) ** 2)
  const varianceY = mean(({ y }) => (y - meanY) ** 2)
  const slope = covariance / varianceX
  return { slope, intercept: meanY - slope * meanX, rSquared: covariance ** 2 / (varianceX * varianceY) }
}
