import { BlockList, isIP } from 'node:net';

/** IPv4 that is not the public internet's (IANA special-purpose registry): own networks, loopback, link-local, CGNAT, tests. */
const notPublic4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Of global unicast (2000::/3, all that is admitted): tunnels that carry an IPv4 address, protocol and documentation blocks. */
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const refused = new BlockList();
for (const range of notPublic4) refused.addSubnet(...partsOf(range), 'ipv4');
for (const range of notPublic6) refused.addSubnet(...partsOf(range), 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet; IPv4 in the clothes of IPv6 never is. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !refused.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}

function partsOf(range: string): [string, number] {
  const [network = '', bits = ''] = range.split('/');
  return [network, Number(bits)];
}
