/** Bytes as text that a JSON body can carry. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  // in pieces: a call has room for so many arguments only
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
