export function decrypt(bytes: Uint8Array, password: string): Promise<Uint8Array> { return Promise.reject(new Error(String(bytes.length) + password)); }
