const SERVER = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|nats|clickhouse)(?:\+\w+)?:\/\//;
const HERE = /^[^/]{1,40}:\/\/(?:[^\s@/]{0,200}@)?(?:localhost|127\.0\.0\.1)(?=[:/?]|$)/;

/** Whether a value is the address of a server, as variables hold it. */
export function isServerAddress(value: string): boolean {
  return SERVER.test(value);
}

/** Whether it is one on this machine. */
export function isLocalServer(value: string): boolean {
  return SERVER.test(value) && HERE.test(value);
}
