module.exports = {
  uiPort: PORT,
  uiHost: '127.0.0.1',
  httpAdminRoot: false,
  flowFile: 'flows.json',
  credentialSecret: false,
  diagnostics: {enabled: false},
  telemetry: {enabled: false, updateNotification: false},
  functionExternalModules: false,
  logging: {console: {level: 'warn', metrics: false, audit: false}},
};
