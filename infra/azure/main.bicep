targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the environment. The resource group and the tags carry it.')
param environmentName string

@minLength(1)
@description('Region of everything.')
param location string

@description('Object id of whoever may drop reviews with their own login; none when empty.')
param principalId string = ''

@allowed(['Group', 'ServicePrincipal', 'User'])
@description('What that id belongs to.')
param principalType string = 'User'

@description('Where alerts are sent; when empty they only show in the portal.')
param alertEmail string = ''

@allowed([512, 2048, 4096])
@description('Memory of one instance, in MB.')
param instanceMemoryMB int = 2048

@minValue(40)
@maxValue(1000)
@description('Most instances for each kind of trigger.')
param maximumInstanceCount int = 100

@minValue(0)
@description('Instances that always run, for HTTP and for files each.')
param alwaysReadyInstances int = 0

@description('What of the section "Ingest" differs from its defaults, as { MaxAttempts: \'30\' }.')
param ingestSettings object = {}

@description('Origins whose scripts may use the API.')
param corsOrigins string[] = []

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: { 'azd-env-name': environmentName }
}

module ingest 'ingest.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    principalId: principalId
    principalType: principalType
    alertEmail: alertEmail
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    ingestSettings: ingestSettings
    corsOrigins: corsOrigins
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output INGEST_APP string = ingest.outputs.INGEST_APP
output INGEST_URL string = ingest.outputs.INGEST_URL
output INGEST_STORAGE_ACCOUNT string = ingest.outputs.INGEST_STORAGE_ACCOUNT
output INGEST_REVIEWS_URL string = ingest.outputs.INGEST_REVIEWS_URL
output INGEST_EVENT_TOPIC string = ingest.outputs.INGEST_EVENT_TOPIC
