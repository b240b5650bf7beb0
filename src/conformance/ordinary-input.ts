/** Input of which every port makes a token. */
export const ORDINARY_INPUT = {
  appId: 1,
  userId: 'demo',
  // the secret of ZEGO's published examples: worth nothing
  serverSecret: 'fa94dd0f974cf2e293728a526b028271',
  effectiveTimeInSeconds: 3600
}
