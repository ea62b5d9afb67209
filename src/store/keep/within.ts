/**
 * Settles like a promise, or rejects with a reason if that takes longer than `wait` milliseconds. Browsers
 * have been seen to leave requests for storage and service workers without any answer.
 */
export function within<T>(promise: Promise<T>, wait: number, reason: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(reason)), wait);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
