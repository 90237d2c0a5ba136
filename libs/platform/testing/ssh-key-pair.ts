import ssh2 from 'ssh2';

/** A key pair of an SSH machine. One in about two hundred that ssh2 makes it cannot read itself: another is made then. */
export function sshKeyPair(kind: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519'): {
  readonly private: string;
  readonly public: string;
} {
  for (;;) {
    // its types know the options of one kind at a time
    const pair = ssh2.utils.generateKeyPairSync(kind as 'rsa', { bits: kind === 'ecdsa' ? 256 : 2048 });
    if (!(ssh2.utils.parseKey(pair.private) instanceof Error)) return pair;
  }
}
