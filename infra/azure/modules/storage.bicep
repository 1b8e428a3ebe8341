import { containers, deadLetterContainer, packageContainer, tables } from '../names.bicep'

param name string
param location string
param tags object
param sku string

@minValue(1)
@maxValue(365)
@description('Days that deleted and overwritten files, and deleted containers, can be brought back.')
param softDeleteDays int = 14

@minValue(1)
@description('Days that undelivered events are kept.')
param deadLetterDays int = 30

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    }

    resource all 'containers' = [
      for container in concat(containers, [packageContainer, deadLetterContainer]): {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queues 'queueServices' = {
    name: 'default'
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource all 'tables' = [
      for table in tables: {
        name: table
      }
    ]
  }

  // No age tells a superseded reading from the current one of an old review: the app deletes the former itself. What is
  // deleted here by age is only what no function reads.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'articles-copies'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['articles/'] }
              actions: {
                snapshot: { delete: { daysAfterCreationGreaterThan: softDeleteDays } }
                version: { delete: { daysAfterCreationGreaterThan: softDeleteDays } }
              }
            }
          }
          {
            name: 'dead-letters'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadLetterContainer}/'] }
              actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: deadLetterDays } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

output blobEndpoint string = account.properties.primaryEndpoints.blob
