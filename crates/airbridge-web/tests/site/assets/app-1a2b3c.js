export const synthetic = true;
