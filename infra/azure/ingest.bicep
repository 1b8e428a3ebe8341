// Everything but the event subscriptions, which need the deployed app: see events.bicep.

import { dropContainer } from 'names.bicep'

@minLength(1)
@maxLength(64)
@description('Name of the environment; the tags carry it.')
param environmentName string

@description('Region of everything.')
param location string = resourceGroup().location

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

@description('Further app settings, as those of OpenTelemetry: OTEL_EXPORTER_OTLP_ENDPOINT.')
@secure()
param otherSettings object = {}

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
@description('How storage keeps copies.')
param storageSku string = 'Standard_LRS'

var suffix = uniqueString(resourceGroup().id, environmentName)
var tags = { 'azd-env-name': environmentName }

// Names are made here, not handed on as outputs: so what-if can tell of every resource before there is any.
var storageAccountName = 'st${suffix}'
var identityName = 'id-ingest-${suffix}'
var workspaceName = 'log-ingest-${suffix}'
var insightsName = 'appi-ingest-${suffix}'
var appName = 'func-ingest-${suffix}'
var topicName = 'evgt-ingest-${suffix}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName
  location: location
  tags: tags
}

module storage 'modules/storage.bicep' = {
  params: {
    name: storageAccountName
    location: location
    tags: tags
    sku: storageSku
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: workspaceName
    insightsName: insightsName
    location: location
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  params: {
    storageAccountName: storageAccountName
    insightsName: insightsName
    identityName: identityName
    userPrincipalId: principalId
    userPrincipalType: principalType
  }
  dependsOn: [identity, monitoring, storage]
}

module app 'modules/app.bicep' = {
  params: {
    name: appName
    planName: 'plan-ingest-${suffix}'
    location: location
    tags: tags
    storageAccountName: storageAccountName
    insightsName: insightsName
    identityName: identityName
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    ingestSettings: ingestSettings
    corsOrigins: corsOrigins
    otherSettings: otherSettings
  }
  // The host reads its keys and its package from storage as soon as it is there.
  dependsOn: [roles]
}

module topic 'modules/topic.bicep' = {
  params: {
    name: topicName
    location: location
    tags: tags
    storageAccountName: storageAccountName
  }
  dependsOn: [storage]
}

module diagnostics 'modules/diagnostics.bicep' = {
  params: {
    workspaceName: workspaceName
    storageAccountName: storageAccountName
    appName: appName
    topicName: topicName
  }
  dependsOn: [app, topic]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    suffix: suffix
    location: location
    tags: tags
    email: alertEmail
    workspaceName: workspaceName
    storageAccountName: storageAccountName
    topicName: topicName
  }
  dependsOn: [monitoring, topic]
}

output INGEST_APP string = appName
output INGEST_URL string = app.outputs.url
output INGEST_STORAGE_ACCOUNT string = storageAccountName
output INGEST_REVIEWS_URL string = '${storage.outputs.blobEndpoint}${dropContainer}'
output INGEST_EVENT_TOPIC string = topicName
