import definitions from '../../../schema/definitions.json' with { type: 'json' }
import generateOptions from '../../../schema/generate-options.json' with { type: 'json' }

const { appId, userId, serverSecret, roomId, streamId, userName } = definitions.$defs

/** The limits that the page names, from the schemas. */
export const LIMITS = {
  maxAppId: appId.maximum,
  maxUserIdBytes: userId.maxUtf8Bytes,
  secretBytes: serverSecret.maxUtf8Bytes,
  maxSeconds: generateOptions.properties.maxEffectiveTimeInSeconds.default,
  maxRoomIdBytes: roomId.maxUtf8Bytes,
  maxStreamIdCharacters: streamId.maxLength,
  maxUserNameCharacters: userName.maxLength
} as const
