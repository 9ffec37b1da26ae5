import { expect, it } from '@jest/globals';
import { isInternalAddress, isPublicAddress } from './reachable-address.js';

const PUBLIC = ['93.184.216.34', '8.8.8.8', '2606:4700:4700::1111', '2a00:1450:4001:80b::200e'];
const INTERNAL = [
  ...[
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '127.0.0.1',
    '127.255.255.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
  ],
  ...['::ffff:10.0.0.1', '::ffff:7f00:1'],
];
const NOWHERE = [
  ...['0.0.0.0', '169.254.169.254', '::ffff:169.254.169.254', '224.0.0.1', '255.255.255.255', '240.0.0.1'],
  ...['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '192.0.0.8', '::', 'fe80::1', 'ff02::1'],
  ...['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:4136::1', '2001:db8::1', '3fff::1'],
  ...['::7f00:1', '100::1', '5f00::1', 'fec0::1', 'fe80::1%eth0', 'localhost', '', '1.2.3'],
];

it.each(PUBLIC)('%s is of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
  expect(isInternalAddress(address)).toBe(false);
});

it.each(INTERNAL)('%s may lie in a network of the operator’s own', (address) => {
  expect(isPublicAddress(address)).toBe(false);
  expect(isInternalAddress(address)).toBe(true);
});

it.each(NOWHERE)('%s is never gone to', (address) => {
  expect(isPublicAddress(address)).toBe(false);
  expect(isInternalAddress(address)).toBe(false);
});
