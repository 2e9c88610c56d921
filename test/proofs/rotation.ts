import { rotateUnderLoad } from '../sca/store/redis/rotate-under-load.js';

/**
 * The encryption key of two processes on one Redis is changed under load: no key begins twice, no approval is lost, cursors go
 * on. Argument: payments while a process runs with one setting (100).
 */
const [payments = '100'] = process.argv.slice(2);
const { keys, approvals, faults } = await rotateUnderLoad(Number(payments));
process.stdout.write(`${keys} keys, each at two processes at once, ${approvals} approvals: ${faults.length} faults\n`);
for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
