using 'main.bicep'

// azd sets the AZURE_ ones, but not every azd AZURE_PRINCIPAL_TYPE: `azd env set AZURE_PRINCIPAL_TYPE ServicePrincipal` where a
// pipeline deploys. `azd env set INGEST_ALERT_EMAIL editors@example.com` sets that one. The rest is edited here.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'ingest')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param principalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param principalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param alertEmail = readEnvironmentVariable('INGEST_ALERT_EMAIL', '')
param instanceMemoryMB = 2048
param maximumInstanceCount = 100
param alwaysReadyInstances = 0
param ingestSettings = {}
param corsOrigins = []
